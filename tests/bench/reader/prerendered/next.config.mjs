// The framework as it comes, with one page that it renders when it builds.
export default { turbopack: { root: process.env.BENCH_ROOT } };
