using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>Marks a class whose tests are skipped, and said to be, where there is no PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;

/// <summary>A test of a suite: it runs in every class that derives from the suite and has what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("PostingsBot.Storage.Tests.Support.SuiteFactDiscoverer", "PostingsBot.Storage.Tests")]
public sealed class SuiteFactAttribute : FactAttribute;

/// <summary>The same for tests with rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("PostingsBot.Storage.Tests.Support.SuiteTheoryDiscoverer", "PostingsBot.Storage.Tests")]
public sealed class SuiteTheoryAttribute : TheoryAttribute;

public sealed class SuiteFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        WithoutPostgres.Is(testMethod) ? new WithoutPostgres(DiagnosticMessageSink, testMethod) : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

public sealed class SuiteTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        WithoutPostgres.Is(testMethod) ? [new WithoutPostgres(DiagnosticMessageSink, testMethod)] : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

/// <summary>A test that is left out.</summary>
public sealed class WithoutPostgres : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the test runner, which makes it again in another process.")]
    public WithoutPostgres()
    {
    }

    public WithoutPostgres(IMessageSink sink, ITestMethod method)
        : base(sink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method)
    {
    }

    public static bool Is(ITestMethod method) =>
        PostgresServer.Missing is not null && method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any();

    protected override string GetSkipReason(IAttributeInfo factAttribute) => PostgresServer.Missing!;
}
