// Routes that the round of every page leaves out.

/** Not a page: files, programs, or only reachable in the middle of something (its journey goes there). */
export const noPages = [
  // An open answer, a number for the script, and what only the link of a mail opens.
  '/notices/live',
  '/notices/count',
  '/notices/ending',
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
  // Feeds, dates and a script, for programs.
  ...['all.atom', 'kinds/:file', 'concepts/:file', 'countries/:file', 'members/:file'].map((end) => `/feeds/${end}`),
  '/calendar.ics',
  '/rooms/:address/meetings/:meeting/calendar.ics',
  '/push-worker.js',
  '/sitemap.xml',
  '/api/v1/search',
  '/api/v1/concepts',
  '/api/v1/concepts/:slug',
  '/attachments/:id/:name',
  '/attachments/:id/preview',
  '/attachments/:id/pages',
  '/attachments/:id/pages/:number',
  // Leads on to the page of the thread; the form of a reply is its author's; the rest is asked for by script.
  '/replies/:id',
  '/replies/:id/edit',
  '/replies/:id/wordings',
  '/contributions/:id/people',
  '/contributions/:id/live',
  // Of others only; looked at in the journey of care.
  '/contributions/:id/report',
  // Of whoever steers it; its journey goes there.
  '/contributions/:id/summary/edit',
  '/sign-in/code',
  '/search/suggestions',
  '/invitation',
  '/practices/:address/still-true',
  // Opened from a mail.
  '/saved-searches/ending',
  '/digests/ending',
  '/asked/declining',
  '/mails/confirmation',
  '/experts/consent',
  // Of offices and coordinators; its journey goes there.
  '/experts/new',
  // Of the office that answers for it; asked for in its own test.
  '/veils/:id',
  '/asked/unanswered',
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
  // Of a guest's mail; its test goes there.
  '/guest-invitation',
  // For those who are in a room; the round of its pages is made by one of them.
  '/threads/:address',
  '/documents/:address',
  ...['', '/members', '/edit', '/threads/new', '/documents/new', '/meetings', '/meetings/new'].map(
    (end) => `/rooms/:address${end}`,
  ),
  ...['/meetings/:meeting/edit', '/minutes/new', '/minutes/:minutes', '/minutes/:minutes/edit'].map(
    (end) => `/rooms/:address${end}`,
  ),
  // Of two persons; its journey goes there.
  '/messages/:address',
  // Somebody's own.
  '/saved-searches/:id',
  '/bookmarks/:id',
  ...['csv', 'xlsx', 'json'].flatMap((format) => [`/practices/export.${format}`, `/practices/template.${format}`]),
  '/practices/schema.json',
  '/polls/:address/files/:file/:name',
  '/polls/:address/answers.csv',
  '/polls/:address/answers.xlsx',
  // Of the person who brought the file.
  '/practices/import/:run',
  // For cities that are active members and have not done it yet.
  '/practices/:address/adoption',
  // Of the two cities that agreed; asked for in their own test.
  '/visits/agreed/:wish',
  '/visits/agreed/:wish/calendar.ics',
  // For the practice's own city only.
  '/practices/:address/revisions',
  // Of offices; asked for in their own test.
  '/announcements/new',
  '/forums/:slug/edit',
  // Where somebody summed up: read in its own journey.
  '/contributions/:id/summary',
  '/contacts',
  // Of one city; their journey goes there.
  ...['.csv', '.xlsx', '/new', '/:id', '/:id/edit', '/:id/document'].map((end) => `/my-city/gains${end}`),
  '/contacts.csv',
  '/contacts.xlsx',
  // Of the office of the network; asked for in its own test.
  '/members/:slug/double',
  // Of the office of the network; its page is asked for in its own test.
  '/searched-in-vain',
  // Where an office registered one; its own test goes there.
  '/webhooks/:id',
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
  // The mail itself, as a page of its own and as plain text; looked at in the journey of digests.
  '/digests/letter',
  '/digests/letter/text',
  // For whoever may change it; their journeys go there.
  '/practices/:address/preview',
  '/practices/:address/from-file',
]
