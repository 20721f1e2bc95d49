// One element as fast-xml-parser gives it: text, or children by name; what repeats is a list.
export type CamtNode = string | { readonly [name: string]: CamtNode | readonly CamtNode[] }

export const listIn = (node: CamtNode | undefined, name: string): readonly CamtNode[] => {
  if (node === undefined || typeof node === 'string') return []
  const found = Object.hasOwn(node, name) ? node[name] : undefined
  return found === undefined ? [] : Array.isArray(found) ? found : [found as CamtNode]
}

/** The first element at the end of this way. */
export const nodeIn = (node: CamtNode | undefined, ...way: readonly string[]): CamtNode | undefined =>
  way.reduce<CamtNode | undefined>((one, name) => listIn(one, name)[0], node)

const own = (node: CamtNode | undefined): string => {
  if (node === undefined) return ''
  const text = typeof node === 'string' ? node : node['#text']
  return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() : ''
}

/** Its text in one line; empty where there is none. */
export const textIn = (node: CamtNode | undefined, ...way: readonly string[]): string => own(nodeIn(node, ...way))
export const textsIn = (node: CamtNode | undefined, name: string): readonly string[] =>
  listIn(node, name)
    .map(own)
    .filter((text) => text !== '')
