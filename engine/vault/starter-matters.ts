// 问题类目 a new fonds starts with: a starter set for a community, 待核对; the office changes it (regulations §3).

export const starterMatters = [
  { code: "DQ", name: "党群工作" },
  { code: "ZZ", name: "居民自治" },
  { code: "GL", name: "社区管理" },
  { code: "FW", name: "社区服务" },
  { code: "ZH", name: "综合事务" },
] as const;
