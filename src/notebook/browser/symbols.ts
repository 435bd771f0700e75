export const tieSymbols = (): void => undefined;
