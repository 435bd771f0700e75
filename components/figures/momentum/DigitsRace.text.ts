// What the digits race says, in both languages.
import type { DigitRunner } from './digits-runners.ts';

const en = {
  title: 'Five optimisers learn to read digits: who is first, and does it last?',
  runners: {
    sgd: 'SGD',
    momentum: 'momentum',
    nesterov: 'Nesterov',
    rmsprop: 'RMSProp',
    adam: 'Adam',
  } as Record<DigitRunner, string>,
  batchSize: 'batch size',
  scale: 'all rates times',
  run: 'Train all five',
  stop: 'Stop',
  another: 'Other start and order',
  picture: 'Training loss against the epoch, one curve for each optimiser',
  sidePicture: 'Accuracy on test digits against the epoch, one curve for each optimiser',
  epoch: 'epoch',
  loss: 'training loss',
  accuracy: 'test accuracy, %',
  summary:
    'The network with 64 inputs, hidden layers of 32 and 16 and ten outputs is trained on 1,437 handwritten digits by five optimisers, from the same weights and with the same batches in the same order. ' +
    'Curves show the mean loss of each epoch and the accuracy on 360 other digits.',
  tableCaption: 'Training loss and test accuracy of every optimiser, by epoch',
  columns: ['optimiser', 'η', 'epoch', 'training loss', 'test accuracy'],
  reading: (epoch: number, name: string, loss: string, low: string, high: string) =>
    `After ${epoch} epochs ${name} has the lowest loss, ${loss}. Test accuracies lie between ${low} and ${high} %.`,
  training: (epoch: number) => `Training, epoch ${epoch} …`,
  changed: 'The settings have changed. Train all five to see what they do.',
  failed: (message: string) => `The training could not run: ${message}`,
  diverged: (names: string) => ` Not learning: ${names}.`,
};

const zh: typeof en = {
  title: '五种优化器学认数字：谁最先，能一直领先吗？',
  runners: { sgd: 'SGD', momentum: '动量', nesterov: 'Nesterov', rmsprop: 'RMSProp', adam: 'Adam' },
  batchSize: '批量大小',
  scale: '所有学习率乘以',
  run: '同时训练五个',
  stop: '停止',
  another: '换起点和顺序',
  picture: '训练损失随轮次的变化，每种优化器一条曲线',
  sidePicture: '测试数字上的准确率随轮次的变化，每种优化器一条曲线',
  epoch: '轮次',
  loss: '训练损失',
  accuracy: '测试准确率，%',
  summary:
    '一个 64 输入、隐藏层 32 和 16、十个输出的网络，由五种优化器在 1,437 个手写数字上训练，初始权重相同，批量及其顺序也相同。曲线是每一轮的平均损失和在另外 360 个数字上的准确率。',
  tableCaption: '每种优化器各轮的训练损失与测试准确率',
  columns: ['优化器', 'η', '轮次', '训练损失', '测试准确率'],
  reading: (epoch, name, loss, low, high) =>
    `${epoch} 轮之后损失最低的是${name}:${loss}。测试准确率在 ${low} % 到 ${high} % 之间。`,
  training: (epoch) => `正在训练，第 ${epoch} 轮……`,
  changed: '设置已改变。请重新训练，看看效果。',
  failed: (message) => `训练无法进行：${message}`,
  diverged: (names) => `没有学会：${names}。`,
};

export const digitsText = { en, zh } as const;
