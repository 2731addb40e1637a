// 撤回 of a 案卷 or 组: every number that changes with it, and the act under exactly that plan.
import type { Output } from "#contract/contract";
import type { VolumeId } from "#contract/place-of-item";
import { type Reading, useRead } from "./use-read.ts";
import { useWrite } from "./use-write.ts";

type Unfile = {
  readonly changes: Output<"volume.preview-unfile">["changes"];
  readonly problem: Reading<"volume.preview-unfile">["problem"];
  readonly isReady: boolean;
  readonly isBusy: boolean;
  /** Answers whether it is done; a plan that went stale is read again. */
  readonly unfile: (reason: string) => Promise<boolean>;
};

export function useUnfile(id: VolumeId, done: string): Unfile {
  const plan = useRead("volume.preview-unfile", { id });
  const [write, isBusy] = useWrite();
  return {
    changes: plan.value?.changes ?? [],
    problem: plan.problem,
    isReady: plan.value !== undefined,
    isBusy,
    unfile: async (reason) => {
      if (!plan.value) return false;
      const { planDigest } = plan.value;
      const answer = await write("volume.unfile", { id, reason, planDigest }, { said: () => done });
      if (!answer) plan.lookAgain();
      return answer !== undefined;
    },
  };
}
