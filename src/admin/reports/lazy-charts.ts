'use client'

import dynamic from 'next/dynamic'

// The library for charts is larger than all else on the page: only who opens the page loads it. Every
// component of the admin stands in one import map, so a plain import would send it to everybody.

export const LiveChart = dynamic(() => import('./charts.tsx').then((charts) => charts.LiveChart), {
  ssr: false,
})

export const StagesChart = dynamic(
  () => import('./charts.tsx').then((charts) => charts.StagesChart),
  { ssr: false },
)

export const LaenderChart = dynamic(
  () => import('./charts.tsx').then((charts) => charts.LaenderChart),
  { ssr: false },
)
