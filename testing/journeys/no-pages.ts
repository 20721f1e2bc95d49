// Routes that the round of every page leaves out.

/** Not a page: files, programs, or only reachable in the middle of something (its journey goes there). */
export const noPages = [
  '/thesaurus.ttl',
  '/thesaurus.jsonld',
  // For the office of the network; its journey goes there.
  '/proposals/:address/decision',
  '/members.csv',
  // Sends on to the page of the own city.
  '/my-city/benefit',
  '/members.xlsx',
  '/memberships.csv',
  // Sends on to the page of the own city.
  '/memberships/ours',
  // For offices, and for the coordinator of a member; their journey goes there.
  '/memberships/coming',
  '/memberships/figures',
  '/memberships/figures/:run',
  ...['resignation', 'suspension', 'figure', 'renaming', 'merger', 'split'].map((act) => `/memberships/:slug/${act}`),
  '/robots.txt',
  '/sitemap.xml',
  '/api/v1/search',
  '/api/v1/concepts',
  '/api/v1/concepts/:slug',
  '/attachments/:id/:name',
  '/attachments/:id/preview',
  '/attachments/:id/pages',
  '/attachments/:id/pages/:number',
  '/sign-in/code',
  '/search/suggestions',
  '/invitation',
  '/practices/:address/still-true',
  // Opened from a mail.
  '/saved-searches/ending',
  // Of an office and of whoever has the address; its journey goes there.
  '/accessions',
  '/accessions/:id',
  '/accessions/:id/documents/:document',
  '/accessions/:id/steps/:step',
  ...['', '.pdf', '.docx'].map((ending) => `/accessions/:id/paper${ending}`),
  // For those who decide about it, and for its author; their journey goes there.
  '/care/reports/:id',
  '/care/hidden/:id',
  // A file, and what the link of a mail opens.
  '/my-data/my-data.zip',
  '/my-data/erasure',
  // Somebody's own.
  '/saved-searches/:id',
  '/bookmarks/:id',
  ...['csv', 'xlsx', 'json'].flatMap((format) => [`/practices/export.${format}`, `/practices/template.${format}`]),
  '/practices/schema.json',
  // Of the person who brought the file.
  '/practices/import/:run',
  // For cities that are active members and have not done it yet.
  '/practices/:address/adoption',
  // For the practice's own city only.
  '/practices/:address/revisions',
  // Of offices; asked for in their own test.
  '/announcements/new',
  '/forums/:slug/edit',
  '/contacts',
  // Of one city; their journey goes there.
  ...['.csv', '.xlsx', '/new', '/:id', '/:id/edit', '/:id/document'].map((end) => `/my-city/gains${end}`),
  '/contacts.csv',
  '/contacts.xlsx',
  // Of the office of the network; asked for in its own test.
  '/members/:slug/double',
  // Of the office of the network; its page is asked for in its own test.
  '/searched-in-vain',
  '/fees/:id/simulation.csv',
  // Of offices and coordinators; the journey of invoices goes there.
  ...['', '/shares', '/issuer', '/years/:year', '/runs/:id', '/:id', '/billing/:slug'].map((end) => `/invoices${end}`),
  ...['document.pdf', 'ubl.xml', 'cii.xml'].map((file) => `/invoices/:id/${file}`),
  ...['preview.csv', 'journal.csv', 'documents.zip'].map((file) => `/invoices/years/:year/${file}`),
  // Of an office; their journey goes there, as it does to a city's own account.
  ...[
    '',
    '/statements/:id',
    '/statements/:id/columns',
    '/entries',
    '/entries/:id',
    '/open-items',
    '/open-items.csv',
  ].map((end) => `/payments${end}`),
  ...['/members/:slug', '/members/:slug/statement.pdf', '/reminders', '/reminders/:id'].map((end) => `/payments${end}`),
  ...['', '/:issuer', '/:issuer/statement.pdf'].map((end) => `/payments/own${end}`),
  // For whoever may change it; their journeys go there.
  '/practices/:address/preview',
  '/practices/:address/from-file',
]
