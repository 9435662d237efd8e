/** What a check finds: numbers beyond their limits, packages nobody agreed on, denied ones, exceptions that have ended. */
import { byIdentity } from "../project/identity.ts";
import type { createNaming } from "./named.ts";
import type { Finding, Measurement } from "./result.ts";
import { isInForce, matchesRule } from "./rules.ts";
import type { Sides } from "./sides.ts";

type Name = ReturnType<typeof createNaming>;

export function findingsOf(sides: Sides, measurements: readonly Measurement[], name: Name): Finding[] {
  return [...exceeded(measurements, sides, name), ...denied(sides, name), ...ended(sides)];
}

/** Too many new packages are told one by one, everything else by its number. */
function exceeded(measurements: readonly Measurement[], { newcomers }: Sides, name: Name): Finding[] {
  return measurements
    .filter(({ over }) => over > 0)
    .flatMap((measurement): Finding[] => {
      if (measurement.limit !== "newPackages" || measurement.workspace !== undefined) {
        return [{ kind: "limit", measurement }];
      }
      return [...(newcomers ?? [])].map(([identity, nodes]) => ({ kind: "new", package: name(identity, nodes) }));
    });
}

/** With a commit to compare with, only what it did not hold already. An exception in force wins over a denial. */
function denied({ limits, now, before, today }: Sides, name: Name): Finding[] {
  return limits.deny
    .filter((rule) => isInForce(rule, today))
    .flatMap((rule) => {
      const { reason, place } = rule;
      const there = byIdentity(before?.whole.packages.filter((node) => matchesRule(rule, node)) ?? []);
      return [...byIdentity(now.whole.packages.filter((node) => matchesRule(rule, node)))]
        .filter(([identity]) => !there.has(identity))
        .map(([identity, nodes]): Finding => ({ kind: "denied", package: name(identity, nodes), reason, place }));
    });
}

function ended({ limits, now, before, today }: Sides): Finding[] {
  if (before !== undefined) return [];
  return limits.allow
    .filter((rule) => !isInForce(rule, today) && now.whole.packages.some((node) => matchesRule(rule, node)))
    .map(({ pattern, reason, expires, place }) => ({
      kind: "expired",
      pattern,
      reason,
      expires: expires ?? "",
      place,
    }));
}
