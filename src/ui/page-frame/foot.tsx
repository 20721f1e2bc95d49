// The foot of every page: where rights, help and the software itself are found.
import type { Translate } from '#kernel/locale.ts'
import type { FootLink } from './frame-props.ts'

export const Foot = (props: {
  readonly t: Translate
  readonly networkName: string
  readonly links: readonly FootLink[]
}) => (
  <footer class="foot">
    <div class="foot-inner">
      <p class="foot-name">{props.networkName}</p>
      <p class="foot-about">{props.t('ui.foot-about')}</p>
      <ul>
        {props.links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <button class="keyboard-button" type="button" popovertarget="keyboard-help">
            {props.t('ui.keyboard')}
          </button>
        </li>
      </ul>
    </div>
  </footer>
)
