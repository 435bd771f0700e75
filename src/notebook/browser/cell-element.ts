// The element
export {};
