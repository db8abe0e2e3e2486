'use client'

import type { ReactNode } from 'react'
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'

type Format = (value: number) => string

// Colours are Payload's, so that dark mode has its own. The table beside a chart is what keyboard and
// screen reader use, hence no accessibility layer in the chart; nothing moves by itself.
const strong = 'var(--theme-success-600)'
const light = 'var(--theme-elevation-400)'
const axis = {
  stroke: 'var(--theme-elevation-400)',
  tick: { fill: 'var(--theme-text)', fontSize: 12 },
}
const tooltip = {
  contentStyle: {
    border: '1px solid var(--theme-elevation-200)',
    background: 'var(--theme-elevation-0)',
    color: 'var(--theme-text)',
  },
  itemStyle: { color: 'var(--theme-text)' },
  cursor: { fill: 'var(--theme-elevation-100)', stroke: 'var(--theme-elevation-400)' },
}
const grid = 'var(--theme-elevation-150)'
/** Room for the longest name of a Land, and of a stage. */
const nameWidth = 160

/** The number of live texts as an area over time. */
export function LiveChart(props: {
  points: readonly { day: string; documents: number }[]
  name: string
  format: Format
}) {
  const { points, name, format } = props
  return (
    <Chart height={260}>
      <AreaChart accessibilityLayer={false} data={points} margin={{ left: 0, right: 16, top: 8 }}>
        <CartesianGrid stroke={grid} vertical={false} />
        <XAxis dataKey="day" minTickGap={24} {...axis} />
        <YAxis allowDecimals={false} tickFormatter={format} width={48} {...axis} />
        <Tooltip formatter={(value) => format(Number(value))} {...tooltip} />
        <Area
          dataKey="documents"
          fill={strong}
          fillOpacity={0.2}
          isAnimationActive={false}
          name={name}
          stroke={strong}
          strokeWidth={2}
          type="linear"
        />
      </AreaChart>
    </Chart>
  )
}

/** The stages below each other: how long half of the texts took, and nine of ten. */
export function StagesChart(props: {
  stages: readonly { name: string; median: number; slowest: number }[]
  names: { median: string; slowest: string }
  format: Format
}) {
  const { stages, names, format } = props
  return (
    <Bars data={stages} format={format} rowHeight={56}>
      <Bar dataKey="median" fill={strong} isAnimationActive={false} name={names.median} />
      <Bar dataKey="slowest" fill={light} isAnimationActive={false} name={names.slowest} />
    </Bars>
  )
}

/** The Länder below each other: what is live, and what is being written. */
export function LaenderChart(props: {
  laender: readonly { name: string; live: number; inWork: number }[]
  names: { live: string; inWork: string }
  format: Format
}) {
  const { laender, names, format } = props
  return (
    <Bars data={laender} format={format} rowHeight={32}>
      <Bar dataKey="live" fill={strong} isAnimationActive={false} name={names.live} stackId="a" />
      <Bar
        dataKey="inWork"
        fill={light}
        isAnimationActive={false}
        name={names.inWork}
        stackId="a"
      />
    </Bars>
  )
}

function Bars<Row extends { name: string }>(props: {
  data: readonly Row[]
  format: Format
  rowHeight: number
  children: ReactNode
}) {
  const { data, format, rowHeight, children } = props
  return (
    <Chart height={80 + data.length * rowHeight}>
      <BarChart accessibilityLayer={false} data={data} layout="vertical" margin={{ right: 16 }}>
        <CartesianGrid horizontal={false} stroke={grid} />
        <XAxis allowDecimals={false} tickFormatter={format} type="number" {...axis} />
        <YAxis dataKey="name" type="category" width={nameWidth} {...axis} />
        <Tooltip formatter={(value) => format(Number(value))} {...tooltip} />
        <Legend
          itemSorter={null}
          formatter={(name: string) => <span style={{ color: 'var(--theme-text)' }}>{name}</span>}
        />
        {children}
      </BarChart>
    </Chart>
  )
}

function Chart({ height, children }: { height: number; children: ReactNode }) {
  return (
    <ResponsiveContainer height={height} initialDimension={{ width: 320, height }} width="100%">
      {children}
    </ResponsiveContainer>
  )
}
