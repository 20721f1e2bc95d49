// A text with what was taken out and what was put in: by line and underline, not by colour alone.
import type { Translate } from '#kernel/locale.ts'

export interface DifferencePiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}
export interface DifferencesProps {
  readonly t: Translate
  readonly pieces: readonly DifferencePiece[]
  /** Language of the text. */
  readonly lang?: string | undefined
}

/** So much of what stayed is enough to know where one is. */
const most = 240
const side = 100

const shortened = (text: string): string =>
  text.length <= most ? text : `${text.slice(0, side)} … ${text.slice(-side)}`

const Piece = ({ t, piece }: { readonly t: Translate; readonly piece: DifferencePiece }) => {
  if (piece.kind === 'same') return <span>{shortened(piece.text)}</span>
  const Mark = piece.kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span class="visually-hidden">{t(piece.kind === 'added' ? 'ui.added' : 'ui.removed')} </span>
      {piece.text}
    </Mark>
  )
}

export const Differences = ({ t, pieces, lang }: DifferencesProps) => (
  <p class="differences" lang={lang}>
    {pieces.map((piece) => (
      <Piece t={t} piece={piece} />
    ))}
  </p>
)
