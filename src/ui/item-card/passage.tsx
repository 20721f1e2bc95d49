// Text with marked parts, as search gives it: data, so that nothing has to be trusted as HTML.

export interface Passage {
  readonly text: string
  readonly marked?: boolean | undefined
}
export type PassageText = string | readonly Passage[]

export const Passages = ({ text }: { readonly text: PassageText }) =>
  typeof text === 'string' ? text : text.map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))
