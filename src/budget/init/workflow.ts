/** Workflows that check the budget of each change: installed from the lockfile with scripts off, and nothing fetched else. */
import type { ManagerCommands } from "./manager.ts";

export interface WorkflowFacts {
  readonly commands: ManagerCommands;
  /** The branch that changes are merged into. */
  readonly branch: string;
  /** ".nvmrc" where the project says which Node it is developed on. */
  readonly nodeVersionFile: string | undefined;
}

/** The commit of each release, as its tag says: a tag can be moved, a commit cannot. */
const actions = {
  checkout: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  node: "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
  pnpm: "pnpm/action-setup@fe02b34f77f8bc703788d5817da081398fad5dd2 # v4.0.0",
  bun: "oven-sh/setup-bun@0c5077e51419868618aeaa5fe8019c62421857d6 # v2.2.0",
} as const;

const node = "22";

/** For GitHub. A pull request is checked out as its merge, whose first parent is the branch it goes into. */
export function githubWorkflow({ commands, branch, nodeVersionFile }: WorkflowFacts): string {
  const { install, run } = commands;
  const check = (base: string): string[] => [
    `          ${run} budget${base} --format markdown >> "$GITHUB_STEP_SUMMARY" || true`,
    `          ${run} budget${base} --format github`,
  ];
  return lines(
    "name: budget",
    "on:",
    "  pull_request:",
    "  push:",
    `    branches: [${JSON.stringify(branch)}]`,
    "permissions:",
    "  contents: read",
    "jobs:",
    "  budget:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    `      - uses: ${actions.checkout}`,
    "        with:",
    "          fetch-depth: 2",
    "          persist-credentials: false",
    ...managerSteps(commands),
    `      - uses: ${actions.node}`,
    "        with:",
    nodeVersionFile === undefined
      ? `          node-version: "${node}"`
      : `          node-version-file: ${nodeVersionFile}`,
    ...(commands.manager === "yarn" && commands.corepack ? ["      - run: corepack enable"] : []),
    `      - run: ${install}`,
    "      - name: Check what the pull request changes",
    "        if: github.event_name == 'pull_request'",
    "        run: |",
    ...check(" --base HEAD^1"),
    "      - name: Check the whole project",
    "        if: github.event_name != 'pull_request'",
    "        run: |",
    ...check(""),
  );
}

function managerSteps({ manager, pnpm }: ManagerCommands): string[] {
  if (manager === "bun") return [`      - uses: ${actions.bun}`];
  if (manager !== "pnpm") return [];
  const version = pnpm === undefined ? [] : ["        with:", `          version: ${pnpm}`];
  return [`      - uses: ${actions.pnpm}`, ...version];
}

/** For GitLab: a job of merge requests, with a code quality report. */
export function gitlabJob({ commands }: WorkflowFacts): string {
  const { install, run, corepack } = commands;
  return lines(
    "budget:",
    `  image: node:${node}`,
    "  variables:",
    '    GIT_DEPTH: "0"',
    "  rules:",
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    "  script:",
    ...(corepack ? ["    - corepack enable"] : []),
    `    - ${install}`,
    `    - ${run} budget --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format gitlab --output gl-code-quality.json`,
    "  artifacts:",
    "    when: always",
    "    reports:",
    "      codequality: gl-code-quality.json",
  );
}

/** For everything else: a script that takes the commit to compare with. */
export function plainScript({ commands: { install, run } }: WorkflowFacts): string {
  return lines(
    "#!/bin/sh",
    "# Checks the budget of packages: sh shrinkdeps-budget.sh [commit to compare with]",
    "set -eu",
    'cd "$(dirname "$0")"',
    install,
    'if [ "$#" -gt 0 ]; then',
    `  ${run} budget --base "$1"`,
    "else",
    `  ${run} budget`,
    "fi",
  );
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
