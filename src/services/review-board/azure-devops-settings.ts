/** Where the board is, how we get in, and which of its words mean what. */
export type AzureDevOpsSettings = {
  /** `https://dev.azure.com/<organisation>`, or a collection of a server of one's own; without a slash at the end. */
  readonly organizationUrl: string;
  readonly project: string;
  readonly personalAccessToken: string;
  readonly workItemType: string;
  readonly areaPath?: string | undefined;
  readonly states: {
    readonly approve: string;
    readonly requestChanges: string;
    /** Of items whose publication ended otherwise; without one they keep the state they have. */
    readonly withdrawn?: string | undefined;
  };
};
