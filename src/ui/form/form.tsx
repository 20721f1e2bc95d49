// A form of our own making: our sentences instead of the browser's bubbles, and a warning before typed text is lost.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'

export interface FormProps {
  readonly t: Translate
  readonly action: string
  /** Default: post. */
  readonly method?: 'post' | 'get' | undefined
  readonly hidden?: Readonly<Record<string, string | number>> | undefined
  /** For forms with a FileField. */
  readonly multipart?: boolean | undefined
  /** Names the form as a landmark where a page has several. */
  readonly label?: string | undefined
  /** One short field with its button beside it. */
  readonly inline?: boolean | undefined
  readonly id?: string | undefined
  /** Where the fields go while somebody types, and what is said when they arrived. */
  readonly autosave?: { readonly action: string; readonly said: string } | undefined
  readonly children: Child
}

export const Form = ({
  t,
  action,
  method = 'post',
  hidden = {},
  multipart,
  label,
  inline,
  id,
  autosave,
  children,
}: FormProps) => (
  <form
    class={inline ? 'form form-inline' : 'form'}
    id={id}
    method={method}
    action={action}
    enctype={multipart ? 'multipart/form-data' : undefined}
    aria-label={label}
    novalidate
    data-autosave={autosave?.action}
    data-kept={autosave?.said}
    data-away={autosave && t('ui.not-kept-away')}
    data-signed-out={autosave && t('ui.not-kept-signed-out')}
    data-unsaved={method === 'post' ? t('ui.unsaved') : undefined}
  >
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
    {children}
    {autosave && <p class="form-kept" role="status" data-kept="" />}
  </form>
)

/** Several fields that belong together, under a heading. */
export const FieldSet = ({ legend, children }: { readonly legend: string; readonly children: Child }) => (
  <fieldset class="field-set">
    <legend>{legend}</legend>
    {children}
  </fieldset>
)
