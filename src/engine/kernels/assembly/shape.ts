// The sizes that convolution and pooling work with; set before each call. A pooling has `batch` planes of one channel.

export let batch: i32 = 0;
export let inChannels: i32 = 0;
export let height: i32 = 0;
export let width: i32 = 0;
export let outChannels: i32 = 0;
export let kernelHeight: i32 = 0;
export let kernelWidth: i32 = 0;
export let strideHeight: i32 = 0;
export let strideWidth: i32 = 0;
export let paddingHeight: i32 = 0;
export let paddingWidth: i32 = 0;
export let dilationHeight: i32 = 0;
export let dilationWidth: i32 = 0;
export let groups: i32 = 0;
export let outHeight: i32 = 0;
export let outWidth: i32 = 0;

/** All sixteen, in the order above. */
export function setShape(
  n: i32, c: i32, h: i32, w: i32, o: i32, kh: i32, kw: i32, sh: i32, sw: i32, ph: i32, pw: i32, dh: i32, dw: i32, g: i32, oh: i32, ow: i32,
): void {
  batch = n;
  inChannels = c;
  height = h;
  width = w;
  outChannels = o;
  kernelHeight = kh;
  kernelWidth = kw;
  strideHeight = sh;
  strideWidth = sw;
  paddingHeight = ph;
  paddingWidth = pw;
  dilationHeight = dh;
  dilationWidth = dw;
  groups = g;
  outHeight = oh;
  outWidth = ow;
}
