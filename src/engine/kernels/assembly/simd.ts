// Small words shared by all kernels: addresses, multiply-add, sums of lanes.

/** Byte address of the float32 number with index `address` in the heap. */
// @ts-ignore: decorator
@inline
export function at(address: i32): usize {
  return (<usize>address) << 2;
}

/** a · b + c, rounded twice: the same bits everywhere. The fast kernels make one fused instruction of it (../webassembly.ts). */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Sum of the four lanes, pairwise. */
// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
  return (f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1)) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

// @ts-ignore: decorator
@inline
export function roundUp(n: i32, multiple: i32): i32 {
  return ((n + multiple - 1) / multiple) * multiple;
}

// Fixed places at the start of the heap. Behind them begins the room for packed operands.

/** Thirty-two zeros. */
export const ZEROS: usize = 4096;
/** One tile of 4 × 8 results on its way to a ragged edge of the output. */
export const EDGE_TILE: usize = 4096 + 128;
/** Where packed operands start. */
export const PACK_ROOM: usize = 16384;
