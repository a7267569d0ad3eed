import type { ActivityApi } from './activity';
import type { AlertApi } from './alert';
import type { ComplaintApi } from './complaint';
import type { BranchApi } from './branch';
import type { BriefApi } from './brief';
import type { CardApi } from './card';
import type { EmployerApi } from './employer';
import type { HelpApi } from './help';
import type { MentorApi } from './mentor';
import type { EnrolmentApi } from './enrolment';
import type { ExchangeApi } from './exchange';
import type { ExportApi } from './export';
import type { FileApi } from './file';
import type { FindingApi } from './finding';
import type { HomeApi } from './home';
import type { ImportApi } from './import';
import type { MessageApi } from './message';
import type { OrderApi } from './order-api';
import type { GrantApi } from './grant';
import type { PatternApi } from './pattern';
import type { PassbookApi } from './passbook';
import type { PersonApi } from './person';
import type { PlaceApi } from './place';
import type { PolicyApi } from './policy';
import type { PrivacyApi } from './privacy';
import type { PostApi } from './post';
import type { RecognitionApi } from './recognition';
import type { ResidenceApi } from './residence';
import type { ReviewApi } from './review';
import type { RewardApi } from './reward';
import type { SetupApi } from './setup';
import type { SlipApi } from './slip';
import type { SiteApi } from './site';
import type { StarApi } from './star';
import type { StationApi } from './station';
import type { TeamApi } from './team';
import type { ThanksApi } from './thanks';
import type { VisitApi } from './visit';

/** Every endpoint: what it takes and what it answers. The server's routes `satisfies` it. */
export interface Api
  extends
    ActivityApi,
    AlertApi,
    BranchApi,
    BriefApi,
    CardApi,
    ComplaintApi,
    EmployerApi,
    HelpApi,
    MentorApi,
    EnrolmentApi,
    ExchangeApi,
    ExportApi,
    FileApi,
    FindingApi,
    HomeApi,
    ImportApi,
    MessageApi,
    OrderApi,
    PassbookApi,
    GrantApi,
    PatternApi,
    PersonApi,
    PlaceApi,
    PolicyApi,
    PostApi,
    PrivacyApi,
    RecognitionApi,
    ResidenceApi,
    ReviewApi,
    RewardApi,
    SlipApi,
    SetupApi,
    SiteApi,
    StarApi,
    StationApi,
    TeamApi,
    ThanksApi,
    VisitApi {}

export type EndpointName = keyof Api;
export type Input<Name extends EndpointName> = Api[Name]['input'];
export type Output<Name extends EndpointName> = Api[Name]['output'];

/** The function that answers an endpoint: `files` makes and reads files, `api` does everything else. */
export function functionOf(name: EndpointName): 'api' | 'files' {
  return /^(?:file|import|export)\./.test(name) ? 'files' : 'api';
}

/** The event that the phone hands to a cloud function. */
export interface ApiEvent<Name extends EndpointName = EndpointName> {
  readonly name: Name;
  readonly input: Input<Name>;
  /** Which contract the mini-program was made for (`contracts/version.ts`). */
  readonly contract?: number;
}
