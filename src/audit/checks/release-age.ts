/** Whether the package manager waits before it takes a new release. */
import type { Manager } from "../../project/graph.ts";
import { type AuditContext, defineCheck } from "../check.ts";
import type { Finding } from "../finding.ts";
import { managerVersion } from "../scripts-policy.ts";
import { lastSetting } from "../settings.ts";

interface Gate {
  readonly path: string;
  readonly name: string;
  readonly unit: "days" | "minutes" | "seconds";
  /** The first version that knows it, as its release notes say. */
  readonly since: readonly [number, number];
}

const gates: Partial<Record<Manager, Gate>> = {
  npm: { path: ".npmrc", name: "min-release-age", unit: "days", since: [11, 10] },
  pnpm: { path: "pnpm-workspace.yaml", name: "minimumReleaseAge", unit: "minutes", since: [10, 16] },
  yarn: { path: ".yarnrc.yml", name: "npmMinimalAgeGate", unit: "minutes", since: [4, 10] },
  bun: { path: "bunfig.toml", name: "install.minimumReleaseAge", unit: "seconds", since: [1, 3] },
};

export const releaseAge = defineCheck("release-age", (context) => {
  const { graph } = context;
  const gate = graph === undefined ? undefined : gates[graph.manager];
  if (graph === undefined || gate === undefined)
    return { findings: [], unknown: ["which package manager is used: there is no lockfile that says so"] };
  return { findings: judge(context, graph.manager, gate) };
});

function judge(context: AuditContext, manager: Manager, { path, name, unit, since }: Gate): Omit<Finding, "check">[] {
  const setting = lastSetting(context.settings, path, name);
  const version = managerVersion(context, manager);
  const knows =
    version === undefined ? undefined : version[0] > since[0] || (version[0] === since[0] && version[1] >= since[1]);
  const first = `${manager} ${since.join(".")}`;
  if (setting === undefined)
    return [
      {
        severity: "low",
        subject: name,
        path,
        message: `${manager} takes a release the minute it is published`,
        advice:
          knows === false
            ? `move to ${first} or later, and set ${name} in ${path}`
            : `set ${name} (in ${unit}) in ${path}; ${first} and later know it`,
      },
    ];
  const place = { subject: `${name} = ${setting.value}`, path, line: setting.line };
  if (Number(setting.value) === 0)
    return [{ severity: "low", ...place, message: "the gate is set to nothing", advice: `name a number of ${unit}` }];
  if (knows === false)
    return [
      {
        severity: "medium",
        ...place,
        message: `the version of ${manager} that packageManager names does not know it`,
        advice: `move to ${first} or later`,
      },
    ];
  const doubt =
    knows === undefined ? `; whether the ${manager} in use knows it is not said (${first} and later do)` : "";
  return [
    { severity: "info", ...place, message: `${manager} waits that many ${unit} before it takes a release${doubt}` },
  ];
}
