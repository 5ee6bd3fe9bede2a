// Prints, as JSON, the project that `docker compose --env-file <env file>` makes of a compose file, or says on stderr
// what is wrong with it: read by the compose specification's own library, without a Docker engine.
//
//	go run . <compose file> <env file>
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run . <compose file> <env file>")
		os.Exit(2)
	}
	project, err := resolve(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(project)
}

// The caller's own environment is left out, so that the answer depends on the two files alone.
func resolve(composeFile, envFile string) ([]byte, error) {
	options, err := cli.NewProjectOptions(
		[]string{composeFile},
		cli.WithEnvFiles(envFile),
		cli.WithDotEnv,
		cli.WithDefaultProfiles(),
		cli.WithResolvedPaths(true),
	)
	if err != nil {
		return nil, err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return nil, err
	}
	project, err = project.WithServicesEnvironmentResolved(true)
	if err != nil {
		return nil, err
	}
	return project.MarshalJSON()
}
