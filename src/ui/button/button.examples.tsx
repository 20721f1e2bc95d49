// Examples of Button, ButtonLink, PostButton and ButtonRow.
import type { Example } from '../catalogue/example.ts'
import { Button, ButtonLink, ButtonRow, PostButton } from './button.tsx'

export const examples: readonly Example[] = [
  {
    name: 'tones',
    example: () => (
      <ButtonRow>
        <Button tone="primary">Publish</Button>
        <Button>Save as draft</Button>
        <Button tone="quiet">Discard</Button>
        <Button tone="danger">Withdraw</Button>
        <Button disabled>Sending…</Button>
      </ButtonRow>
    ),
  },
  {
    name: 'with an icon, as a link, small, as a form of its own',
    example: () => (
      <ButtonRow>
        <ButtonLink tone="primary" href="#new" icon="plus">
          New practice
        </ButtonLink>
        <ButtonLink href="#edit" icon="pencil">
          Edit
        </ButtonLink>
        <PostButton action="/ui" icon="bookmark" tone="quiet">
          Remember
        </PostButton>
        <Button small>Copy link</Button>
      </ButtonRow>
    ),
  },
]
