// Closes the holes that a partial registry leaves in package-lock.json: `npm ci` wants an entry for the optional packages of
// every system, also of those that this registry does not carry. Run after `npm install` of something new.
import { readFileSync, writeFileSync } from 'node:fs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'arm']

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

const entryOf = (name, version, { dev }) => {
  const cpu = processors.find((processor) => name.includes(processor))
  const os = systems.find((system) => name.includes(system))
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

const missing = Object.entries(lock.packages).flatMap(([path, parent]) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(
      ([name, version]) =>
        /^\d/.test(version) && !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    )
    .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, parent)]),
)
lock.packages = Object.fromEntries(
  [...Object.entries(lock.packages), ...missing].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
)
writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`)
process.stdout.write(`${missing.length} entries added.\n`)
