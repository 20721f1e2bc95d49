// Makes the documents of the development set from the demonstration's practices: node bench/search-dev/make-documents.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Practice {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly problem: string
  readonly response: string
  readonly results: string
}

const root = join(import.meta.dirname, '..', '..')
const practices = JSON.parse(readFileSync(join(root, 'demo', 'practices.json'), 'utf8')) as readonly Practice[]
const lines = practices.map(({ id, language, title, problem, response, results }) =>
  JSON.stringify({ id, lang: language, title, text: [problem, response, results].join('\n') }),
)
writeFileSync(join(import.meta.dirname, 'docs.jsonl'), `${lines.join('\n')}\n`)
