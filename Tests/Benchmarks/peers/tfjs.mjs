// XOR 2-2-1, one sample an update, and an epoch of the MNIST-size network, by tfjs on its plain JavaScript backend.
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
await tf.ready();

function xor() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 2, activation: 'sigmoid', inputShape: [2] }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: tf.train.sgd(0.5), loss: 'meanSquaredError' });
  return model;
}

async function measureXor() {
  const model = xor();
  const rows = [[0, 0], [0, 1], [1, 0], [1, 1]].map(row => tf.tensor2d([row]));
  const targets = [[0], [1], [1], [0]].map(row => tf.tensor2d([row]));
  for (let update = 0; update < 50; update++) await model.trainOnBatch(rows[update % 4], targets[update % 4]);
  const updates = 400;
  const start = performance.now();
  for (let update = 0; update < updates; update++) await model.trainOnBatch(rows[update % 4], targets[update % 4]);
  console.log(`xor update, tfjs\t${((performance.now() - start) / updates * 1e6).toFixed(0)}\tns`);
}

async function measureLarge() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 128, activation: 'relu', inputShape: [784] }));
  model.add(tf.layers.dense({ units: 128, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy' });
  const x = tf.randomUniform([128, 784]);
  const y = tf.oneHot(tf.tensor1d(Array.from({ length: 128 }, (_, row) => row % 10), 'int32'), 10).toFloat();
  await model.trainOnBatch(x, y);
  const batches = 3;
  const start = performance.now();
  for (let batch = 0; batch < batches; batch++) await model.trainOnBatch(x, y);
  const epoch = (performance.now() - start) / batches * 375 / 1000;
  console.log(`784-128-128-10 epoch of 48000, batch 128, tfjs (from ${batches} batches)\t${epoch.toFixed(1)}\ts`);
}

await measureXor();
await measureLarge();
