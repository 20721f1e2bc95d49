// A page of text in sections: what this is, data protection, accessibility.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'

export interface TextPageProps {
  readonly t: Translate
  readonly title: string
  readonly lead: string
  readonly sections: readonly { readonly id: string; readonly title: string; readonly html: string }[]
  readonly more?: Child | undefined
}

export const TextPage = ({ t, title, lead, sections, more }: TextPageProps) => (
  <>
    <PageTitle t={t} title={title} lead={lead} />
    <PageBody>
      {sections.map((section) => (
        <Section id={section.id} title={section.title}>
          <Prose html={section.html} />
        </Section>
      ))}
      {more}
    </PageBody>
  </>
)
