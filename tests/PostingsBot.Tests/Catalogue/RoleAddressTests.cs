using PostingsBot.Core.Catalogue;

namespace PostingsBot.Tests.Catalogue;

public class RoleAddressTests
{
    [Theory]
    [InlineData("https://www.acme.com/jobs/12", "http://acme.com/jobs/12/")]
    [InlineData("https://acme.com/jobs/12?utm_source=x&utm_medium=y&ref=hn", "https://ACME.com/jobs/12")]
    [InlineData("https://acme.com/jobs?id=12&source=hn", "https://acme.com/jobs?id=12")]
    [InlineData("https://acme.com/jobs?b=2&a=1", "https://acme.com/jobs?a=1&b=2")]
    [InlineData("https://acme.com/jobs/12#benefits", "https://acme.com/jobs/12")]
    [InlineData("https://jobs.lever.co/acme/35aff80b/apply?lever-source=hn", "https://jobs.lever.co/acme/35aff80b")]
    [InlineData("https://jobs.ashbyhq.com/acme/35aff80b/application", "https://jobs.ashbyhq.com/acme/35aff80b")]
    [InlineData("https://boards.greenhouse.io/acme/jobs/4001", "https://job-boards.greenhouse.io/acme/jobs/4001?gh_src=abc")]
    [InlineData("https://boards.eu.greenhouse.io/acme/jobs/4001", "https://acme.com/careers/opening?gh_jid=4001")]
    [InlineData("https://boards.greenhouse.io/embed/job_app?for=acme&token=4001", "https://boards.greenhouse.io/acme/jobs/4001")]
    [InlineData("mailto:Jobs@Acme.com?subject=Backend", "mailto:jobs@acme.com")]
    public void Canonical_OneRoleThroughTwoLinks_IsOneAddress(string one, string other) =>
        Assert.Equal(RoleAddress.Canonical(one), RoleAddress.Canonical(other));

    [Theory]
    [InlineData("https://acme.com/jobs/12", "https://acme.com/jobs/13")]
    [InlineData("https://acme.com/jobs?id=12", "https://acme.com/jobs?id=13")]
    [InlineData("https://acme.com/careers?gh_jid=1", "https://acme.com/careers?gh_jid=2")]
    [InlineData("https://acme.com/#/jobs/12", "https://acme.com/#/jobs/13")]
    [InlineData("https://hire.example/view/P_AAb", "https://hire.example/view/P_aab")]
    [InlineData("https://jobs.lever.co/acme/1", "https://jobs.lever.co/other/1")]
    public void Canonical_TwoRoles_AreTwoAddresses(string one, string other) =>
        Assert.NotEqual(RoleAddress.Canonical(one), RoleAddress.Canonical(other));

    [Theory]
    [InlineData(null)]
    [InlineData("apply")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    public void Canonical_NoAddress_IsNull(string? url) => Assert.Null(RoleAddress.Canonical(url));

    [Theory]
    [InlineData("acme.com/jobs/12", true)]
    [InlineData("acme.com/backend-engineer-acme", true)]
    [InlineData("hire.example/view/P_AAAAAADAAADE_fALePiTUX", true)]
    [InlineData("acme.com", false)]
    [InlineData("acme.com/careers/engineering", false)]
    [InlineData("acme.com/careers/SearchJobs", false)]
    [InlineData("github.com/acme/backend", false)]
    [InlineData("mailto:backend.engineer1@acme.com", false)]
    public void NamesRole_Address_LeadsToOneRoleOrToTheEmployer(string address, bool namesRole) =>
        Assert.Equal(namesRole, RoleAddress.NamesRole(address, "Backend Engineer"));
}
