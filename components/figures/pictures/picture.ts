// A grey picture, as figures pass it around.

/** `values` row by row, 0 (paper) to 1 (ink). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}
