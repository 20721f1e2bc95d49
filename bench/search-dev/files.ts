// Reads the files of an evaluation: documents, queries with or without grades, results; one JSON object a line.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const id = z.union([z.string(), z.number()]).transform(String)
export const documentLine = z.object({
  id,
  lang: z.string().default('en'),
  title: z.string().default(''),
  text: z.string().default(''),
})
export const queryLine = z.object({ id, lang: z.string().default('en'), text: z.string() })
export const gradedQueryLine = queryLine.extend({ grades: z.record(z.string(), z.int().min(0).max(9)) })
export const resultLine = z.object({ query: id, results: z.array(id) })

/** Every line of a file that is not empty; throws a sentence with the file and the line that cannot be read. */
export const readLines = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = schema.safeParse(parse(line, `${file}, line ${index + 1}`))
      if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(parsed.error)}`)
      return [parsed.data]
    })

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
