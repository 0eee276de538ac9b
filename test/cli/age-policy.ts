/** A small policy that asks one thing, an input: from 60 on, `required`. */
export const agePolicy = (id: string): string => `policy: ${id}
kind: rotation
title: { zh: 测试, en: test }
effective: { from: 2020-01-01 }
citation: { document: 测试办法 }
inputs:
  age: { title: { zh: 年龄, en: age }, type: number }
triggers:
  - { id: old, title: { zh: 老, en: old }, obligation: must, when: { age: { atLeast: 60 } } }
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`
