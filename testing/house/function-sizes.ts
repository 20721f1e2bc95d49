// How long each function of a file is, in lines from its name to its closing brace; nested ones count for themselves too.
import { parseSync, Visitor } from 'oxc-parser'

export interface FunctionSize {
  /** `src/app.tsx frame` */
  readonly what: string
  readonly lines: number
}

interface Node {
  readonly start: number
  readonly end: number
  readonly id?: { readonly name?: string } | null
}

/** A component that returns one drawing is a view in a function's clothes: 60 lines are comfortable, as for a view. */
export function functionsIn(path: string, text: string): FunctionSize[] {
  const found: FunctionSize[] = []
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const names = new Map<number, string>()
  const add = (node: Node): void => {
    const first = lineAt(node.start)
    found.push({
      what: `${path} ${node.id?.name ?? names.get(node.start) ?? 'function'}`,
      lines: lineAt(node.end) - first + 1,
    })
  }
  new Visitor({
    VariableDeclarator: (node) => {
      if (node.init !== null && node.id.type === 'Identifier') names.set(node.init.start, node.id.name)
    },
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(parseSync(path, text).program)
  return found
}
