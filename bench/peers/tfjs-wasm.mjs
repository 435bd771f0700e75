// TensorFlow.js, WebAssembly back end with SIMD, one thread. It has no gradient of a convolution filter, so no CNN trains on it as it
// is shipped; one is made here from its own kernels (pad, slice, matMul: one product for each tap).

import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { build, tf } from './tfjs-common.mjs';

export const name = 'tfjs-wasm';
export async function init(wasmFolder) {
  setWasmPaths(wasmFolder);
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  addFilterGradient();
  return { version: `${tf.version_core}, SIMD ${tf.env().get('WASM_HAS_SIMD_SUPPORT')}` };
}
export const supports = () => true;
export const make = build;

function addFilterGradient() {
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc({ inputs: { x, dy }, attrs: { strides, pad, filterShape } }) {
      const stride = Array.isArray(strides) ? strides[0] : strides;
      const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, stride, 1, pad);
      const {
        padInfo: p,
        outHeight,
        outWidth,
        batchSize,
        inChannels,
        outChannels,
        filterHeight,
        filterWidth,
      } = info;
      const engine = tf.engine();
      const [picture, gradient] = [x, dy].map((t) => engine.makeTensorFromTensorInfo(t));
      return tf.tidy(() => {
        const isPadded = p.top || p.bottom || p.left || p.right;
        const framed = isPadded
          ? tf.pad(picture, [
              [0, 0],
              [p.top, p.bottom],
              [p.left, p.right],
              [0, 0],
            ])
          : picture;
        const g = tf.reshape(gradient, [batchSize * outHeight * outWidth, outChannels]);
        const taps = [];
        for (let i = 0; i < filterHeight; i++) {
          for (let j = 0; j < filterWidth; j++) {
            const end = [
              batchSize,
              i + (outHeight - 1) * stride + 1,
              j + (outWidth - 1) * stride + 1,
              inChannels,
            ];
            const seen =
              stride === 1
                ? tf.slice(framed, [0, i, j, 0], [batchSize, outHeight, outWidth, inChannels])
                : tf.stridedSlice(framed, [0, i, j, 0], end, [1, stride, stride, 1]);
            taps.push(
              tf.matMul(
                tf.reshape(seen, [batchSize * outHeight * outWidth, inChannels]),
                g,
                true,
                false,
              ),
            );
          }
        }
        return tf.reshape(tf.stack(taps), filterShape);
      });
    },
  });
}
