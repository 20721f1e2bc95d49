// A model in a folder. transformers.js and a model are large and not part of Vicinia: here a module stands in for it that has
// its form, so what is proved is the folder, the thread, the order and the failures, not that a real model computes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { folderEmbedder } from './folder-embedder.ts'

const root = mkdtempSync(join(tmpdir(), 'vicinia-model-'))
afterAll(() => rmSync(root, { recursive: true }))

function makeFolder(name: string, files = ['config.json', 'tokenizer.json', 'onnx/model.onnx']): string {
  const folder = join(root, name)
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  for (const file of files) writeFileSync(join(folder, file), '{}')
  return folder
}

/** It says what it was told: where the model lies, that nothing may be fetched, and the texts by their lengths. */
function standIn(name: string, body: string): string {
  const path = join(root, `${name}.mjs`)
  writeFileSync(path, `export const env = {}\n${body}`)
  return pathToFileURL(path).href
}
const lengths = standIn(
  'lengths',
  `export const pipeline = async (task, model, options) => async (texts, how) => {
     const told = task === 'feature-extraction' && env.allowRemoteModels === false && options.local_files_only && how.normalize
     const at = env.localModelPath + '/' + model
     const rows = texts.map((text) => [text.length, told ? 1 : 0, at.length, options.dtype === 'fp32' ? 1 : 2])
     return { data: Float32Array.from(rows.flat()), dims: [texts.length, 4] }
   }`,
)

test('Texts come back in their order, from the model of this folder, with nothing fetched', async () => {
  const folder = makeFolder('small')
  const embedder = folderEmbedder(folder, () => lengths)
  expect(embedder.model).toBe('small')
  const texts = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff']
  const vectors = await embedder.embed(texts, 'document')
  expect(vectors.map((vector) => [...vector])).toEqual(texts.map(({ length }) => [length, 1, folder.length, 1]))
})

test('A model that is there in small numbers only is taken so; its name says what it wants to read', async () => {
  const folder = makeFolder('e5-small', ['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])
  const [vector] = await folderEmbedder(folder, () => lengths).embed(['abc'], 'query')
  expect([...(vector ?? [])]).toEqual(['query: abc'.length, 1, folder.length, 2])
})

describe('what goes wrong is said', () => {
  test('at the start, where transformers.js is not installed', () => {
    expect(() => folderEmbedder(makeFolder('fine'))).toThrow(
      /^EMBEDDING_FOLDER needs transformers\.js; install it with: npm install @huggingface\/transformers$/,
    )
  })

  test('at the start, where the folder holds no model', () => {
    expect(() => folderEmbedder(makeFolder('poor', ['config.json']), () => lengths)).toThrow(
      'EMBEDDING_FOLDER must hold a model in the form of transformers.js; tokenizer.json is missing.',
    )
  })

  test('when the model cannot be loaded, and it does not end the process', async () => {
    const broken = standIn('broken', `export const pipeline = async () => { throw new Error('no such graph') }`)
    const embedder = folderEmbedder(makeFolder('broken'), () => broken)
    await expect(embedder.embed(['a'], 'document')).rejects.toThrow(
      'The model in EMBEDDING_FOLDER failed: no such graph',
    )
  })

  test('when its thread ends, and the next text begins a new one', async () => {
    const ending = standIn(
      'ending',
      `export const pipeline = async () => async (texts) => {
         if (texts[0] === 'end') process.exit(1)
         return { data: new Float32Array([1]), dims: [1, 1] }
       }`,
    )
    const embedder = folderEmbedder(makeFolder('ending'), () => ending)
    await expect(embedder.embed(['end'], 'document')).rejects.toThrow('its thread ended')
    expect(await embedder.embed(['again'], 'document')).toEqual([new Float32Array([1])])
  })
})
