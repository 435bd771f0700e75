// Optimisers and learning-rate schedules: `optim.SGD`, `optim.Adam`, `optim.CosineAnnealingLR`, …

export { Optimiser } from './optimiser.ts';
export { SGD } from './sgd.ts';
