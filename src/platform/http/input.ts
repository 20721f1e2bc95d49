// Input at the edge: a form or a query, read once through its zod schema; all issues at once, what was typed kept.
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Issue, Typed } from '#kernel/outcome.ts'

export type Read<Value> =
  | {
      readonly valid: true
      readonly value: Value
      readonly typed: Typed
      readonly files: ReadonlyMap<string, readonly File[]>
    }
  | {
      readonly valid: false
      readonly issues: readonly Issue[]
      readonly typed: Typed
      readonly files: ReadonlyMap<string, readonly File[]>
    }

// PostgreSQL has no place for NUL, and half a surrogate pair is no text (Unicode 16, 3.9).
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** Browsers send line ends as CR LF (HTML, form submission); we keep LF. */
export const asTyped = (text: string): string => storable(text).replaceAll('\r\n', '\n')

/** A schema's message is a message key; anything else gets the general sentence of its kind. */
const messageOf = (issue: z.core.$ZodIssue): Pick<Issue, 'message' | 'values'> => {
  if (/^[a-z]+\.[a-z0-9-]+$/.test(issue.message)) return { message: issue.message }
  if (issue.code === 'too_big') return { message: 'ui.issue-too-long', values: { maximum: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { message: 'ui.issue-missing' }
  return { message: 'ui.issue-invalid' }
}

/** Every issue of a value that a schema refused, as message keys. */
export const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), ...messageOf(issue) }))

/** What was typed, through the schema; for forms whose missing fields were filled in. */
export const judgeTyped = <Schema extends z.ZodType>(schema: Schema, typed: Typed): Read<z.infer<Schema>> =>
  judge(schema, { ...typed } as Record<string, string | string[]>, new Map())

const judge = <Schema extends z.ZodType>(
  schema: Schema,
  typed: Record<string, string | string[]>,
  files: Map<string, File[]>,
): Read<z.infer<Schema>> => {
  const parsed = schema.safeParse(typed)
  return parsed.success
    ? { valid: true, value: parsed.data, typed, files }
    : { valid: false, issues: issuesOf(parsed.error), typed, files }
}

/** Fields named `concepts[]` always arrive as a list, also with one value or none. */
const add = (typed: Record<string, string | string[]>, name: string, value: string): void => {
  const key = name.endsWith('[]') ? name.slice(0, -2) : name
  if (key === '__proto__') return
  const before = Object.hasOwn(typed, key) ? typed[key] : undefined
  if (name.endsWith('[]')) typed[key] = [...(Array.isArray(before) ? before : []), value]
  else typed[key] = value
}

/** Reads the body of a POST. A body that is no form reads as an empty one: the schema then says what is missing. */
export async function readForm<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<Read<z.infer<Schema>>> {
  const typed: Record<string, string | string[]> = {}
  const files = new Map<string, File[]>()
  const body = await c.req.formData().catch(() => new FormData())
  for (const [name, value] of body.entries()) {
    if (typeof value === 'string') add(typed, name, asTyped(value))
    else if (value.size > 0) files.set(name, [...(files.get(name) ?? []), value])
  }
  return judge(schema, typed, files)
}

/** Reads the query of a GET; `?kind=a&kind=b` arrives as a list where the schema's field is named in `lists`. */
export function readQuery<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  lists: readonly string[] = [],
): Read<z.infer<Schema>> {
  const typed: Record<string, string | string[]> = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    const clean = values.map(storable)
    typed[name] = lists.includes(name) ? clean.slice(0, 50) : (clean[0] ?? '')
  }
  return judge(schema, typed, new Map())
}
