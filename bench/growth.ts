import type { BenchInstallation } from './installation.ts'
import type { BenchOptions } from './options.ts'
export async function measureGrowth(_i: BenchInstallation, _o: BenchOptions, _say: (line: string) => void): Promise<void> {}
