// TensorFlow.js, plain JavaScript back end.

import '@tensorflow/tfjs-backend-cpu';
import { build, tf } from './tfjs-common.mjs';

export const name = 'tfjs-cpu';
export async function init() {
  await tf.setBackend('cpu');
  return { version: tf.version_core };
}
export const supports = (w) => (w.kind === 'residual' ? 'about a minute a step' : true);
export const make = build;
