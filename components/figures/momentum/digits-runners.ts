// Who takes part in the digits race, and at which learning rate. Apart from the training, so that the page need not load the engine for it.

/** The best of the rates tried: digits-training.test.ts compares them with their neighbours. */
export const RATES = {
  sgd: 0.3,
  momentum: 0.03,
  nesterov: 0.1,
  rmsprop: 0.01,
  adam: 0.03,
} as const;

export type DigitRunner = keyof typeof RATES;
export const digitRunners = Object.keys(RATES) as DigitRunner[];
