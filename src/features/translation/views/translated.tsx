// Below a text in another language: what a machine made of it, that it is on its way, why there is none, or the button.
import type { Translate } from '#kernel/locale.ts'
import { drawTranslated, piecesOf, translatedPlain } from '#platform/text/translatable.ts'
import type { KindText } from '#platform/text-parts.ts'
import { MachineTranslation } from '#ui/machine-translation/machine-translation.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { Shown } from '../shown.ts'
import { TranslateButton } from './translate-button.tsx'

export interface TranslatedProps {
  readonly t: Translate
  /** Anchor. */
  readonly id: string
  /** Anchor of the original. */
  readonly original: string
  /** Undefined where the button stands elsewhere. */
  readonly action: string | undefined
  readonly provider: string
  readonly texts: readonly KindText[]
  readonly shown: Shown
  readonly small?: boolean | undefined
}

/** Each text with its share of the answers. */
function* shared(texts: readonly KindText[], pieces: readonly string[]) {
  let at = 0
  for (const text of texts) {
    const own = pieces.slice(at, at + piecesOf(text).length)
    at += own.length
    yield { text, own }
  }
}

const Texts = ({ t, texts, pieces }: Pick<TranslatedProps, 't' | 'texts'> & { pieces: readonly string[] }) => (
  <>
    {[...shared(texts, pieces)].map(({ text, own }, at) => (
      <>
        {text.label && <p class="translation-heading">{t(text.label)}</p>}
        {text.plain ? (
          <p class={at === 0 ? 'translation-title' : undefined}>{translatedPlain(text, own)}</p>
        ) : (
          <Prose html={drawTranslated(text, own)} lang={t.lang} />
        )}
      </>
    ))}
  </>
)

const isSorry = ({ state }: Shown): boolean => state !== undefined && state !== 'shown'

export const Translated = ({ t, id, original, action, provider, texts, shown, small }: TranslatedProps) => {
  if (shown.pieces !== undefined)
    return (
      <MachineTranslation t={t} id={id} provider={provider} original={original} open={shown.state === 'shown'}>
        <Texts t={t} texts={texts} pieces={shown.pieces} />
      </MachineTranslation>
    )
  return (
    <div class="translation-offer" id={id}>
      {shown.waiting && <Notice announced>{t('translation.waiting', { provider })}</Notice>}
      {!shown.waiting && isSorry(shown) && (
        <Notice tone="warning" announced>
          {t(`translation.sorry-${shown.state}`, { provider })}
        </Notice>
      )}
      {!shown.waiting && action && <TranslateButton t={t} action={action} small={small} />}
    </div>
  )
}
