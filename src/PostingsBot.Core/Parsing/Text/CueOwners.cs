using System.Runtime.CompilerServices;
using PostingsBot.Core.Parsing.Kinds;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>
/// The types that have cues, each named: a program compiled ahead keeps of a type what is named, and finds none by looking. A test tells which one is missing.
/// </summary>
internal static class CueOwners
{
    /// <summary>Makes the cues of all of them.</summary>
    public static void MakeAll()
    {
        RuntimeHelpers.RunClassConstructor(typeof(ApplyStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CompanyReader).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(DegreeStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(DisciplineStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(EmployerCues).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(EmployerHosts).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(EmployerVotes).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(EmploymentStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ExperienceStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(KindReader).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(GluedLabels).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LookAlikes).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(MoneyReader).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(PlaceSentences).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(PlaceStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(PostedStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(PostingSigns).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(PublicBodies).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(RemoteLimits).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(RoleEntries).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(SalaryStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(SeniorityStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(SkillStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(SoughtRoles).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(StatusStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(TimeZoneStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(TitleSentences).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ValidThroughStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(VisaStage).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(WorkplaceStage).TypeHandle);
    }
}
