// May neighbouring layers run as one operation (Linear and ReLU, normalisation and addition)? The result is the same; whoever wants to see every
// layer's own result switches it off.

let isOn = true;

export function mayFuse(): boolean {
  return isOn;
}

/** Runs `work` with every layer on its own. */
export function withoutFusion<Result>(work: () => Result): Result {
  const before = isOn;
  isOn = false;
  try {
    return work();
  } finally {
    isOn = before;
  }
}
