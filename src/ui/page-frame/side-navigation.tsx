// The areas of the platform: on the left from 1,024 px, else behind the menu button (a popover, so no script is needed).
import type { Translate } from '#kernel/locale.ts'
import { Icon, isIconName } from '../icon/icon.tsx'
import type { NavigationLink } from './frame-props.ts'

export const SideNavigation = ({ t, links }: { readonly t: Translate; readonly links: readonly NavigationLink[] }) => (
  <nav class="side-navigation" id="navigation" popover="auto" aria-label={t('ui.areas')}>
    <ul>
      {links.map(({ label, href, current, icon, key }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined} data-go={key}>
            {isIconName(icon) && <Icon name={icon} />}
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
