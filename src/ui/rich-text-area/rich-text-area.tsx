// A text with simple formatting, kept as Markdown: a plain field for all, an editor above it where script runs.
import type { Translate } from '#kernel/locale.ts'
import { Field, textOf, type Wiring, wiringOf } from '../field/field.tsx'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/icon.tsx'
import type { TextAreaProps } from '../text-area/text-area.tsx'

interface ToolProps {
  readonly act: string
  readonly icon: IconName
  /** As Tiptap has them. */
  readonly keys?: string
  readonly toggles?: boolean
}
const tools: readonly ToolProps[] = [
  { act: 'bold', icon: 'bold', keys: 'Control+B', toggles: true },
  { act: 'italic', icon: 'italic', keys: 'Control+I', toggles: true },
  { act: 'heading', icon: 'heading', keys: 'Control+Alt+3', toggles: true },
  { act: 'bullets', icon: 'list', keys: 'Control+Shift+8', toggles: true },
  { act: 'numbers', icon: 'list-ordered', keys: 'Control+Shift+7', toggles: true },
  { act: 'quote', icon: 'quote', keys: 'Control+Shift+B', toggles: true },
  { act: 'link', icon: 'link', toggles: true },
  { act: 'undo', icon: 'undo-2', keys: 'Control+Z' },
  { act: 'redo', icon: 'redo-2', keys: 'Control+Y' },
]

const Tool = ({ t, act, icon, keys, toggles }: ToolProps & { readonly t: Translate }) => (
  <button
    class="rich-text-tool"
    type="button"
    data-act={act}
    title={t(`ui.rich-${act}`)}
    aria-keyshortcuts={keys}
    aria-pressed={toggles ? 'false' : undefined}
    tabindex={act === 'bold' ? 0 : -1}
    disabled
  >
    <Icon name={icon} />
    <span class="visually-hidden">{t(`ui.rich-${act}`)}</span>
  </button>
)

const Bar = ({ t, label }: { t: Translate; label: string }) => (
  <div class="rich-text-bar" role="toolbar" aria-label={t('ui.rich-bar', { label })}>
    {tools.map((tool) => (
      <Tool t={t} {...tool} />
    ))}
    <button class="rich-text-switch" type="button" data-act="plain" aria-pressed="false" tabindex={-1} disabled>
      {t('ui.rich-plain')}
    </button>
  </div>
)

/** Where the address of a link is given; it has no name, so that it is not sent. */
const LinkRow = ({ t, id }: { t: Translate; id: string }) => (
  <div class="rich-text-link" data-link hidden>
    <label for={`${id}-address`}>{t('ui.rich-address')}</label>
    <input
      class="control"
      id={`${id}-address`}
      type="url"
      autocomplete="off"
      aria-describedby={`${id}-address-issue`}
    />
    <button class="button button-secondary button-small" type="button" data-act="link-set">
      {t('ui.rich-link-set')}
    </button>
    <button class="button button-quiet button-small" type="button" data-act="link-remove">
      {t('ui.rich-link-remove')}
    </button>
    <button class="button button-quiet button-small" type="button" data-act="link-leave">
      {t('ui.rich-link-leave')}
    </button>
    <p class="field-error" id={`${id}-address-issue`} data-address-issue hidden>
      {t('ui.rich-link-issue')}
    </p>
  </div>
)

/** For texts with more than the editor knows: they stay as they are until somebody decides. */
const Note = ({ t }: { t: Translate }) => (
  <div class="rich-text-note" data-note hidden>
    <p>{t('ui.rich-more')}</p>
    <button class="button button-secondary button-small" type="button" data-act="anyway">
      {t('ui.rich-anyway')}
    </button>
  </div>
)

interface Wired {
  readonly props: TextAreaProps
  readonly wiring: Wiring
}

const Marks = ({ t, id }: { t: Translate; id: string }) => (
  <p class="field-hint rich-text-marks" id={`${id}-marks`}>
    {t('ui.rich-marks')}
  </p>
)

const Room = ({ t, maximum }: { t: Translate; maximum: number }) => (
  <p
    class="field-hint rich-text-room"
    role="status"
    data-room
    data-room-left={t('ui.rich-left', { left: '{left}' })}
    data-room-over={t('ui.issue-too-long', { maximum })}
  />
)

const Area = ({ props, wiring }: Wired) => (
  <textarea
    class="control control-full"
    id={wiring.id}
    name={props.name}
    rows={props.rows ?? 5}
    required={props.required}
    lang={props.lang}
    maxlength={props.maxlength}
    placeholder={props.placeholder}
    aria-describedby={[wiring.describedBy, `${wiring.id}-marks`].filter(Boolean).join(' ')}
    aria-invalid={wiring.error ? 'true' : undefined}
  >
    {textOf(props.value)}
  </textarea>
)

/** Takes what TextArea takes; what is sent and stored is Markdown, to be drawn with `renderMarkdown` and `Prose`. */
export const RichTextArea = (props: TextAreaProps) => {
  const { t, label, maxlength } = props
  const wiring = wiringOf(props)
  return (
    <Field {...props} wiring={wiring}>
      <div class="rich-text" data-rich-text>
        <Bar t={t} label={label} />
        <LinkRow t={t} id={wiring.id} />
        <Note t={t} />
        <Marks t={t} id={wiring.id} />
        <Area props={props} wiring={wiring} />
        {maxlength && <Room t={t} maximum={maxlength} />}
      </div>
    </Field>
  )
}
