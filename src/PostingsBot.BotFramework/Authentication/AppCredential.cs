using System.Security.Cryptography.X509Certificates;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>With what the app proves itself to the identity platform.</summary>
internal abstract record AppCredential
{
    private AppCredential() { }

    /// <summary>The configuration keys it was read from, for messages.</summary>
    public abstract string Keys { get; }

    internal sealed record Secret(string Value) : AppCredential
    {
        public override string Keys => AppKeys.Password;

        /// <summary>A record would print its value.</summary>
        public override string ToString() => nameof(Secret);
    }

    internal sealed record Certificate(X509Certificate2 Value) : AppCredential
    {
        public override string Keys => $"{AppKeys.Certificate} or {AppKeys.CertificateThumbprint}";
    }

    internal sealed record ManagedIdentity : AppCredential
    {
        public override string Keys => AppKeys.Type;
    }
}
