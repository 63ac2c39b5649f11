using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>Finds the app's certificate, with its private key, where the configuration says.</summary>
internal static class AppCertificate
{
    /// <summary>Null when no key names one.</summary>
    /// <exception cref="InvalidOperationException">It is not there or cannot be used; the message names the key.</exception>
    public static X509Certificate2? Find(IConfiguration configuration)
    {
        var (file, thumbprint) = (configuration[AppKeys.Certificate], configuration[AppKeys.CertificateThumbprint]);
        if (!string.IsNullOrWhiteSpace(file) && !string.IsNullOrWhiteSpace(thumbprint))
            throw new InvalidOperationException($"The configuration keys {AppKeys.Certificate} and {AppKeys.CertificateThumbprint} are both set. Give one of them.");
        if (!string.IsNullOrWhiteSpace(file)) return WithKey(InFile(file, configuration[AppKeys.CertificatePassword]), AppKeys.Certificate);
        return string.IsNullOrWhiteSpace(thumbprint) ? null : WithKey(InStore(thumbprint), AppKeys.CertificateThumbprint);
    }

    private static X509Certificate2 InFile(string path, string? password)
    {
        try
        {
            if (!Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase))
                return X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The certificate that the configuration key {AppKeys.Certificate} names cannot be read from {path}: {error.Message} "
                + $"Give a .pfx file, or a .pem file with the key in it; its password goes into {AppKeys.CertificatePassword}.", error);
        }
    }

    private static X509Certificate2 InStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                continue;
            }
            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..]) return found;
        }
        throw new InvalidOperationException(
            $"No certificate with the thumbprint of the configuration key {AppKeys.CertificateThumbprint} is in the personal store of this user or machine.");
    }

    private static X509Certificate2 WithKey(X509Certificate2 certificate, string key) => certificate.HasPrivateKey
        ? certificate
        : throw new InvalidOperationException($"The certificate that the configuration key {key} names has no private key, so the bot cannot prove itself with it.");
}
